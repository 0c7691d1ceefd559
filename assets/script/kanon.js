// Everything here is an improvement of pages that work without it.
import { followContents } from "./contents.js";
import { openFromDisk } from "./disk.js";
import { filterRequirements } from "./filter.js";
import { copyPermalinks } from "./permalink.js";
import { focusSearch } from "./shortcut.js";
import { explainTerms } from "./terms.js";
import { unfoldOnWideScreens } from "./unfold.js";

openFromDisk();
unfoldOnWideScreens();
followContents();
copyPermalinks();
filterRequirements();
focusSearch();
explainTerms();
