import "./popups.css";

/** Everything that opens over the sheet, as one file that arrives after the rows; see `use-popups.ts`. */
export { CalloutButtons } from "./CalloutButtons.tsx";
export { ChoicePopup } from "./ChoicePopup.tsx";
export { ColumnsPopup } from "./ColumnsPopup.tsx";
export { MenuPopup } from "./MenuPopup.tsx";
export { mend } from "./mend.ts";
export { RowsDialog } from "./RowsDialog.tsx";
