import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useAnswer } from "../pages/use-answer.ts";
import { ApprovalCard } from "./ApprovalCard.tsx";
import { amount, useLedgerWords, type VoucherView } from "./ledger.ts";
import { VoucherActs } from "./VoucherActs.tsx";

type Props = { readonly onChange: () => void };

/** What waits for whoever looks (审批与办理): the director's vouchers one at a time, the cashier's to submit and to pay. */
export function Desk({ onChange }: Props) {
  const words = useLedgerWords();
  const { loadFailed } = useWords();
  const { path, community } = useWorkspace();
  const { value, problem, reload } = useAnswer<{ vouchers: readonly VoucherView[] }>(`${path}/ledger/vouchers`);
  const all = value?.vouchers ?? [];
  const isDirector = community.posts.includes("director");
  const isCashier = community.posts.includes("cashier");
  const submitted = all.filter(({ state }) => state === "submitted");
  const changed = () => {
    reload();
    onChange();
  };
  const lists = [
    { title: words.toSubmit, vouchers: all.filter(({ state }) => state === "draft" || state === "returned") },
    {
      title: words.toPay,
      vouchers: all.filter(({ state, kind }) => kind === "out" && (state === "approved" || state === "reported")),
    },
    ...(isDirector ? [] : [{ title: words.waiting(submitted.length), vouchers: submitted }]),
  ].filter(({ vouchers }) => vouchers.length > 0);
  if (problem !== undefined) return <p role="alert">{problem || loadFailed}</p>;
  if (!value) return null;
  const hasNothing = isDirector ? submitted.length === 0 : lists.length === 0;
  return (
    <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: "minmax(0, 1fr)" }}>
      {hasNothing ? <p className="linli-note">{words.nothingWaits}</p> : null}
      {isDirector && submitted.length > 0 ? <ApprovalCard vouchers={submitted} onChange={changed} /> : null}
      {isDirector && !isCashier
        ? null
        : lists.map((list) => <WaitingList key={list.title} {...list} onChange={changed} />)}
    </Box>
  );
}

type ListProps = { readonly title: string; readonly vouchers: readonly VoucherView[]; readonly onChange: () => void };

function WaitingList({ title, vouchers, onChange }: ListProps) {
  const words = useLedgerWords();
  return (
    <section>
      <Typography variant="h2" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      <div className="linli-scroll">
        <table className="linli-table linli-money">
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.no}</th>
              <th scope="col">{words.summary}</th>
              <th scope="col" className="linli-end">
                {words.amount}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {vouchers.map((voucher) => (
              <tr key={voucher.id}>
                <td>{voucher.date}</td>
                <td>{voucher.no}</td>
                <th scope="row">{voucher.summary}</th>
                <td className="linli-end">{amount(voucher.amountFen)}</td>
                <td>
                  <VoucherActs id={voucher.id} state={voucher.state} kind={voucher.kind} onDone={onChange} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
