import Drawer from "@mui/material/Drawer";
import type { RegisterView } from "../providers/contract.ts";

type Props = { readonly register: RegisterView; readonly id: string; readonly onClose: () => void };

/** One record in full. */
export function RecordPanel({ register, id, onClose }: Props) {
  return (
    <Drawer open anchor="right" onClose={onClose}>
      {register.name} {id}
    </Drawer>
  );
}
