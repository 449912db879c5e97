import type { RecordView, RegisterView } from "../providers/contract.ts";

/** What can be done with a community event. */
export function EventActions(_props: { readonly register: RegisterView; readonly record: RecordView }) {
  return null;
}
