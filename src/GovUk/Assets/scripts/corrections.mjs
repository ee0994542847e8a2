// Where GOV.UK Frontend's script departs from what ARIA and WCAG ask, and a checker finds it on every page.
import { Accordion, FileUpload, Radios } from "govuk-frontend";

// A radio button may not have aria-expanded. What a choice reveals follows it in reading order, so nothing is lost without.
export class RevealingRadios extends Radios {
  syncConditionalRevealWithInputState(input) {
    super.syncConditionalRevealWithInputState(input);
    input.removeAttribute("aria-expanded");
  }
}

// A button is named by what can be seen on it, so that who speaks to the computer can press it by its words.
export class NamedAccordion extends Accordion {
  setExpanded(expanded, section) {
    super.setExpanded(expanded, section);
    section.querySelector(".govuk-accordion__section-button")?.removeAttribute("aria-label");
  }
}

export class NamedFileUpload extends FileUpload {
  createButton() {
    const button = super.createButton();
    button.querySelector(".govuk-visually-hidden")?.remove();
    button.setAttribute("aria-labelledby", `${this.$label.id} ${button.id}`);
    return button;
  }
}
