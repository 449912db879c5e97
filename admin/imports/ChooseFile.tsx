import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useRef, useState } from "react";
import { useWords } from "../app/use-words.ts";

/** Where a file is dropped or chosen. */
export function ChooseFile({ onFile }: { readonly onFile: (file: File) => void }) {
  const words = useWords().imports;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file) onFile(file);
  };
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
      sx={{
        p: 5,
        textAlign: "center",
        border: 2,
        borderStyle: "dashed",
        borderRadius: 2,
        borderColor: over ? "primary.main" : "divider",
        bgcolor: over ? "action.hover" : "background.default",
      }}
    >
      {words.drop}{" "}
      <Button variant="contained" onClick={() => input.current?.click()}>
        {words.choose}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        accept=".xlsx,.xls,.ods,.et,.csv,.tsv,.txt"
        onChange={(event) => take(event.target.files?.[0])}
      />
      <p className="linli-note" style={{ whiteSpace: "normal" }}>
        {words.kinds}
      </p>
    </Box>
  );
}
