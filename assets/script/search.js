// The search page alone loads this; without it the page is the list from A to Z.
import { SearchPage } from "./search/page.js";

const root = document.querySelector(".search");
if (root) new SearchPage(root).start();
