/**
 * The menu and the contents list fold on phones and are always shown on wide screens. Style sheets do that too, but the
 * `open` attribute is what tells assistive technology, and older browsers know no `::details-content`.
 */
export function unfoldOnWideScreens() {
  for (const details of document.querySelectorAll("details[data-unfold]")) {
    const wide = matchMedia(`(min-width: ${details.dataset.unfold})`);
    const follow = () => {
      details.open = wide.matches;
    };
    wide.addEventListener("change", follow);
    follow();
  }
}
