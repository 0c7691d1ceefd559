/**
 * A term's definition beside its link, while it is pointed at or has the focus (WCAG 2.2, 1.4.13): the pointer can go onto
 * it, Escape closes it. On a touch screen the first touch shows it and the second follows the link to the glossary. Screen
 * readers have the definition as the link's description, with or without this.
 */
export function explainTerms() {
  const links = document.querySelectorAll("a.term[aria-describedby]");
  if (!links.length) return;
  const note = document.createElement("div");
  note.className = "term-note";
  note.hidden = true;
  // What it says the link's description says already.
  note.setAttribute("aria-hidden", "true");
  document.body.append(note);

  let shown;
  let timer;
  const hide = () => {
    clearTimeout(timer);
    note.hidden = true;
    shown = undefined;
  };
  const hideSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, 200);
  };
  const show = (link) => {
    clearTimeout(timer);
    const definition = document.getElementById(link.getAttribute("aria-describedby"));
    if (!definition) return;
    note.replaceChildren(...[...definition.childNodes].map((node) => node.cloneNode(true)));
    note.hidden = false;
    shown = link;
    place(note, link);
  };

  let touched = false;
  for (const link of links) {
    link.addEventListener("pointerenter", (event) => event.pointerType !== "touch" && show(link));
    link.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && hideSoon());
    link.addEventListener("pointerdown", (event) => {
      touched = event.pointerType === "touch" && shown !== link;
    });
    link.addEventListener("focus", () => show(link));
    link.addEventListener("blur", hideSoon);
    link.addEventListener("click", (event) => {
      if (!touched) return;
      touched = false;
      event.preventDefault();
      show(link);
    });
  }
  note.addEventListener("pointerenter", () => clearTimeout(timer));
  note.addEventListener("pointerleave", hideSoon);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("pointerdown", (event) => shown && !note.contains(event.target) && event.target !== shown && hide());
}

/** Below the link, or above it where there is no room; never out of the window's sides. */
function place(note, link) {
  const gap = 6;
  const edge = 8;
  const [line] = link.getClientRects();
  const width = note.offsetWidth;
  const left = Math.max(edge, Math.min(line.left, document.documentElement.clientWidth - width - edge));
  const below = line.bottom + gap + note.offsetHeight <= innerHeight;
  note.style.left = `${left + scrollX}px`;
  note.style.top = `${(below ? line.bottom + gap : Math.max(edge, line.top - gap - note.offsetHeight)) + scrollY}px`;
}
