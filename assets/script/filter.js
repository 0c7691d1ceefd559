/**
 * The form above a catalog's requirements: narrows them to what is chosen, tells how many are left, and keeps the choice
 * in the address. Without script the form isn't there, and everything is shown.
 */
export function filterRequirements() {
  const form = document.querySelector("form.filter");
  if (!form) return;
  const choices = [...form.querySelectorAll("select")];
  const sections = [...document.querySelectorAll("section.phase")].map((section) => ({
    section,
    entry: document.querySelector(`.contents a[href="#${section.getAttribute("aria-labelledby")}"]`)?.closest("li"),
    requirements: [...section.querySelectorAll(".requirement")],
  }));
  const count = form.querySelector(".filter-count");

  const apply = () => {
    const wanted = choices.filter((choice) => choice.value !== "");
    let shown = 0;
    for (const { section, entry, requirements } of sections) {
      let left = 0;
      for (const requirement of requirements) {
        requirement.hidden = wanted.some((choice) => requirement.dataset[choice.name] !== choice.value);
        if (!requirement.hidden) left += 1;
      }
      section.hidden = left === 0;
      if (entry) entry.hidden = left === 0;
      shown += left;
    }
    count.textContent = wanted.length ? count.dataset.some.replace("{n}", shown) : count.dataset.all;
  };

  const remember = () => {
    const address = new URL(location.href);
    for (const choice of choices) {
      if (choice.value) address.searchParams.set(choice.name, choice.value);
      else address.searchParams.delete(choice.name);
    }
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // A site opened from a disk may keep its address.
    }
  };

  const recall = () => {
    const asked = new URLSearchParams(location.search);
    for (const choice of choices) {
      const value = asked.get(choice.name) ?? "";
      choice.value = [...choice.options].some((option) => option.value === value) ? value : "";
    }
  };

  /** Whoever follows a link to a requirement is shown it, whatever is chosen. */
  const showTarget = () => {
    const target = document.querySelector(":target");
    if (!target?.closest("[hidden]")) return;
    form.reset();
    target.scrollIntoView();
  };

  form.addEventListener("change", () => {
    apply();
    remember();
  });
  // The form is reset after its event.
  form.addEventListener("reset", () => {
    for (const choice of choices) choice.value = "";
    apply();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", showTarget);
  recall();
  apply();
  form.hidden = false;
  showTarget();
}
