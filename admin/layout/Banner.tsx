import Button from "@mui/material/Button";

type Action = { readonly label: string; readonly onClick: () => void };
type Props = {
  readonly kind: "info" | "warning" | "error";
  readonly text: string;
  readonly actions: readonly Action[];
};

/** A sentence across the page about something that is not as it should be, and what can be done about it at once. */
export function Banner({ kind, text, actions }: Props) {
  return (
    <div className="linli-banner" data-kind={kind} role={kind === "info" ? "status" : "alert"}>
      <span style={{ flex: "1 1 12em" }}>{text}</span>
      <span style={{ marginLeft: "auto" }}>
        {actions.map(({ label, onClick }) => (
          <Button key={label} color="inherit" onClick={onClick}>
            {label}
          </Button>
        ))}
      </span>
    </div>
  );
}
