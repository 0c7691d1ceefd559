// Everything here is an improvement of pages that work without it.
import { followContents } from "./contents.js";
import { openFromDisk } from "./disk.js";
import { filterRequirements } from "./filter.js";
import { copyPermalinks } from "./permalink.js";
import { unfoldOnWideScreens } from "./unfold.js";

openFromDisk();
unfoldOnWideScreens();
followContents();
copyPermalinks();
filterRequirements();
