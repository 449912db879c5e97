import CloseIcon from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { Suspense, useId } from "react";
import { part } from "../app/part.tsx";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";
import { RecordActions } from "./RecordActions.tsx";
import { RecordFields } from "./RecordFields.tsx";
import { RecordHistory } from "./RecordHistory.tsx";
import { useRecordList } from "./use-record-list.ts";

const FlowSection = part(() => import("../flows/FlowSection.tsx").then((page) => page.FlowSection));

type Props = { readonly register: RegisterView; readonly id: string; readonly onClose: () => void };

/** One record in full beside the sheet: every column, what can be done with it, and its history. */
export function RecordPanel({ register, id, onClose }: Props) {
  const words = useWords();
  const { titles, listOf } = useWorkspace();
  const record = useRecordList(listOf(register.name)).records.get(id);
  const titleId = useId();
  return (
    <Drawer
      open
      anchor="right"
      onClose={onClose}
      slotProps={{ paper: { "aria-labelledby": titleId, role: "dialog", sx: { width: { xs: "100%", sm: 440 } } } }}
    >
      <Box
        sx={{
          display: "flex",
          alignItems: "center",
          gap: 1,
          pl: 2,
          pr: 1,
          py: 1,
          borderBottom: 1,
          borderColor: "divider",
        }}
      >
        <Typography id={titleId} variant="h2" component="h2" sx={{ flex: 1 }} noWrap>
          {titles.titleOf(register.name, id) ?? words.record.details}
        </Typography>
        <IconButton onClick={onClose} aria-label={words.close}>
          <CloseIcon />
        </IconButton>
      </Box>
      <Box sx={{ px: 2, py: 1, overflow: "auto" }}>
        {record ? (
          <>
            <RecordActions register={register} record={record} />
            {register.flows?.length ? (
              <Suspense>
                <FlowSection register={register} record={record} />
              </Suspense>
            ) : null}
            <RecordFields register={register} record={record} />
            <RecordHistory register={register} record={record} />
          </>
        ) : (
          <p>{words.record.gone}</p>
        )}
      </Box>
    </Drawer>
  );
}
