/** `/` goes to the search field, as on many websites; not while something is being typed. */
export function focusSearch() {
  // The front page hides the field on top of every page: it has a larger one of its own.
  const field = [...document.querySelectorAll("input[type='search']")].find((one) => one.getClientRects().length > 0);
  if (!field) return;
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.altKey || event.ctrlKey || event.metaKey || typing || event.isComposing) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
