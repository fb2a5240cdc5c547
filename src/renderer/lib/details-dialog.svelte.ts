/** Whether the details of the open draft are shown, from whichever screen they were asked for. */
class DetailsDialog {
  open = $state(false);
}

/** The dialog with the details of the open draft. */
export const detailsDialog = new DetailsDialog();
