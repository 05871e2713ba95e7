// Every page works without this; it only makes some of them more comfortable.
import { initAll } from "./govuk-frontend.min.js";

initAll();
