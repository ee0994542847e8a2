import { DatePicker } from "@ministryofjustice/frontend/moj/components/date-picker/date-picker.mjs";
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink,
  Tabs,
  createAll,
} from "govuk-frontend";
import { NamedAccordion, NamedFileUpload, RevealingRadios } from "./corrections.mjs";
import { keepDrafts } from "./drafts.mjs";
import { fillLists, keepLines } from "./keep.mjs";
import { saySending } from "./sending.mjs";
import { watchSession } from "./session.mjs";
import { suggest } from "./suggest.mjs";

const components = [
  Button,
  CharacterCount,
  Checkboxes,
  DatePicker,
  ErrorSummary,
  ExitThisPage,
  NamedAccordion,
  NamedFileUpload,
  NotificationBanner,
  PasswordInput,
  RevealingRadios,
  ServiceNavigation,
  SkipLink,
  Tabs,
];
for (const component of components) createAll(component);

const session = document.querySelector('[data-module="trellis-session-timeout"]');
const drafts = keepDrafts(session?.dataset.owner);
if (session) watchSession(session, drafts);
keepLines();
saySending();
suggest();
fillLists();
