const isShown = (field) => field.getClientRects().length > 0;

/**
 * `/` goes to the search field, as on many websites; not while something is being typed. The front page hides the field on
 * top of every page, as it has a larger one, and the search page shows its own when it is ready: so it is looked for at the time.
 */
export function focusSearch() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.altKey || event.ctrlKey || event.metaKey || typing || event.isComposing) return;
    const field = [...document.querySelectorAll("input[type='search']")].find(isShown);
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
