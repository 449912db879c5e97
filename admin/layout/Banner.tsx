import Button from "@mui/material/Button";

type Props = {
  readonly kind: "warning" | "error";
  readonly text: string;
  readonly action: string;
  readonly onAction: () => void;
};

/** A sentence across the page about something that is not as it should be, and what can be done about it at once. */
export function Banner({ kind, text, action, onAction }: Props) {
  return (
    <div className="linli-banner" data-kind={kind} role="alert">
      <span style={{ flex: 1 }}>{text}</span>
      <Button color="inherit" onClick={onAction}>
        {action}
      </Button>
    </div>
  );
}
