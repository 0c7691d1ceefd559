/** `/` goes to the search field, as on many websites; not while something is being typed. */
export function focusSearch() {
  const field = document.querySelector("input[type='search']");
  if (!field) return;
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.altKey || event.ctrlKey || event.metaKey || typing || event.isComposing) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
