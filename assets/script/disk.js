/** An address of this site as a disk needs it: there no server answers a folder's address with its index.html. */
export function fileHref(address) {
  if (location.protocol !== "file:") return address;
  const [, folder, rest] = /^((?:[^:?#]*\/)?)([?#].*)?$/.exec(address) ?? [];
  return folder ? `${folder}index.html${rest ?? ""}` : address;
}

/** Makes the links and forms of a page from a disk work. */
export function openFromDisk() {
  if (location.protocol !== "file:") return;
  // The attribute: a link of a drawing has no address as text in its href.
  for (const link of document.querySelectorAll("a[href]")) link.setAttribute("href", fileHref(link.getAttribute("href")));
  for (const form of document.querySelectorAll("form[action]")) form.setAttribute("action", fileHref(form.getAttribute("action")));
}
