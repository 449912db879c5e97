import { type ReactNode, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import "./street.css";

/** One document on A4 (打印): it is there only while it is printed. */
export function OnPaper({ children, onPrinted }: { readonly children: ReactNode; readonly onPrinted: () => void }) {
  const printed = useRef(false);
  useEffect(() => {
    if (printed.current) return;
    printed.current = true;
    window.print();
    onPrinted();
  }, [onPrinted]);
  return createPortal(<div className="linli-office-paper">{children}</div>, document.body);
}
