import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { LinkDialog } from "./LinkDialog.tsx";
import { NameDialog } from "./NameDialog.tsx";
import { useAnswer } from "./use-answer.ts";

type Client = { readonly clientId: string; readonly name: string };
type Made = Client & { readonly clientSecret: string; readonly tokenEndpoint: string };

/** Programs that read the district's figures by client credentials (统计接口). */
export function AreaClients({ base }: { readonly base: string }) {
  const words = useWords().area;
  const { http } = useWorkspace();
  const { value, reload } = useAnswer<{ clients: readonly Client[] }>(`${base}/clients`);
  const [made, setMade] = useState<Made>();
  const [removing, setRemoving] = useState<Client>();
  const remove = async ({ clientId }: Client) => {
    await http("DELETE", `${base}/clients/${encodeURIComponent(clientId)}`);
    setRemoving(undefined);
    reload();
  };
  return (
    <section>
      <Box sx={{ display: "flex", alignItems: "center", gap: 2 }}>
        <Typography variant="h2">{words.clients}</Typography>
        <NameDialog
          title={words.addClient}
          name={`${base}.client`}
          onGive={async ({ name }) => {
            setMade(await http<Made>("POST", `${base}/clients`, { body: { name } }));
            reload();
          }}
        />
      </Box>
      {value?.clients.length === 0 ? <p className="linli-note">{words.none}</p> : null}
      {value?.clients.map((client) => (
        <Box key={client.clientId} sx={{ display: "flex", gap: 2, alignItems: "center", flexWrap: "wrap" }}>
          <span>{client.name}</span>
          <code>{client.clientId}</code>
          <Button
            color="error"
            aria-label={`${words.removeClient}: ${client.name}`}
            onClick={() => setRemoving(client)}
          >
            {words.removeClient}
          </Button>
        </Box>
      ))}
      {made ? (
        <LinkDialog
          title={words.secretTitle}
          text={words.secretText}
          lines={[`client_id: ${made.clientId}`, `client_secret: ${made.clientSecret}`, made.tokenEndpoint]}
          copyLabel={words.copySecret}
          onClose={() => setMade(undefined)}
        />
      ) : null}
      {removing ? (
        <FormDialog
          title={words.removeClient}
          confirm={words.removeClient}
          onClose={() => setRemoving(undefined)}
          onSubmit={() => remove(removing)}
        >
          <p>{words.removeClientText(removing.name)}</p>
        </FormDialog>
      ) : null}
    </section>
  );
}
