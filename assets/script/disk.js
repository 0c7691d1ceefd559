/** A site opened from a disk has no server that answers a folder's address with its index.html. */
export function openFromDisk() {
  if (location.protocol !== "file:") return;
  for (const link of document.querySelectorAll("a[href]")) {
    // The attribute: a link of a drawing has no address as text in its href.
    const address = link.getAttribute("href");
    const [, folder, rest] = /^((?:[^:?#]*\/)?)([?#].*)?$/.exec(address) ?? [];
    if (folder) link.setAttribute("href", `${folder}index.html${rest ?? ""}`);
  }
}
