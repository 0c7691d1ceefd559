/** A click on a heading's `#` also copies its address, and says so. The words are the body's data-copied. */
export function copyPermalinks() {
  const words = document.body.dataset.copied;
  const links = document.querySelectorAll("a.permalink");
  if (!words || !links.length || !navigator.clipboard) return;

  const message = document.createElement("p");
  message.className = "message";
  message.setAttribute("role", "status");
  document.body.append(message);

  let timer;
  const say = () => {
    message.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => {
      message.textContent = "";
    }, 3000);
  };
  for (const link of links) {
    // Without permission to write, the click is still a link to the heading.
    link.addEventListener("click", () => navigator.clipboard.writeText(link.href).then(say, () => {}));
  }
}
