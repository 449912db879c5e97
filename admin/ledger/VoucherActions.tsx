import { useWorkspace } from "../app/workspace.ts";
import type { RecordView } from "../providers/contract.ts";
import { VoucherActs } from "./VoucherActs.tsx";

/** What can be done with a voucher beside the sheet (凭证办理). */
export function VoucherActions({ record }: { readonly record: RecordView }) {
  const { listOf } = useWorkspace();
  const { state, kind } = record.values;
  return (
    <VoucherActs
      id={record.id}
      state={String(state)}
      kind={String(kind)}
      onDone={() => void listOf("vouchers").refresh()}
    />
  );
}
