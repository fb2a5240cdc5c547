/** Which dialog of an inspection's details is shown, from whichever screen it was asked for. */
class DetailsDialog {
  /** The details of the open draft. */
  open = $state(false);
  /** Those that a new draft begins with. */
  beginning = $state(false);
}

/** The dialogs with the details of an inspection. */
export const detailsDialog = new DetailsDialog();
