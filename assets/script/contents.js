/** Marks the section being read in the contents list. */
export function followContents() {
  const entries = new Map();
  for (const link of document.querySelectorAll(".contents a[href^='#']")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) entries.set(heading, link);
  }
  if (!entries.size || !("IntersectionObserver" in window)) return;

  const headings = [...entries.keys()];
  let current;
  const mark = () => {
    // The last heading above the upper third of the window is the section that is being read.
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    const link = entries.get(passed.at(-1));
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    current = link;
    keepInView(link);
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  for (const heading of headings) observer.observe(heading);
}

/** Scrolls the list, never the page. */
function keepInView(link) {
  const list = link?.closest(".contents");
  if (!list || list.scrollHeight <= list.clientHeight) return;
  const offset = link.getBoundingClientRect().top - list.getBoundingClientRect().top;
  if (offset < 0 || offset > list.clientHeight - link.offsetHeight) {
    list.scrollTop += offset - list.clientHeight / 3;
  }
}
