import { DatePicker } from "@ministryofjustice/frontend/moj/components/date-picker/date-picker.mjs";
import { createAll, initAll } from "govuk-frontend";
import { keepDrafts } from "./drafts.mjs";
import { watchSession } from "./session.mjs";

initAll();
createAll(DatePicker);

const session = document.querySelector('[data-module="trellis-session-timeout"]');
const drafts = keepDrafts(session?.dataset.owner);
if (session) watchSession(session, drafts);
