import Button from "@mui/material/Button";
import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";

type Props = { readonly label: string; readonly paper: ReactNode };

/** Prints a paper of its own instead of the page; it is there only while it is printed. */
export function PaperButton({ label, paper }: Props) {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return undefined;
    const done = () => setPrinting(false);
    window.addEventListener("afterprint", done);
    window.print();
    return () => window.removeEventListener("afterprint", done);
  }, [isPrinting]);
  return (
    <>
      <Button variant="outlined" onClick={() => setPrinting(true)}>
        {label}
      </Button>
      {isPrinting ? createPortal(<div className="linli-vote-paper">{paper}</div>, document.body) : null}
    </>
  );
}
