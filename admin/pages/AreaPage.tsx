import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { Title } from "../layout/Title.tsx";
import type { AreaView } from "../providers/contract.ts";
import { AreaClients } from "./AreaClients.tsx";
import { LinkDialog } from "./LinkDialog.tsx";
import { type Asked, NameDialog } from "./NameDialog.tsx";
import { Places } from "./Places.tsx";
import { useAnswer } from "./use-answer.ts";

type Place = { readonly code: string; readonly name: string };
type Area = Place & { readonly streets: readonly Place[]; readonly communities: readonly Place[] };

/** What a district or street sets up (辖区): streets, communities, accounts below it and programs that read figures. */
export function AreaPage() {
  const { me } = useWorkspace();
  const words = useWords().area;
  return (
    <Box sx={{ p: { xs: 1.5, md: 3 }, maxWidth: 960, display: "grid", gap: 3 }}>
      <Title title={words.title} />
      {me.areas.map((area) => (
        <OneArea key={area.code} area={area} />
      ))}
    </Box>
  );
}

function OneArea({ area }: { readonly area: AreaView }) {
  const all = useWords();
  const words = all.area;
  const { http } = useWorkspace();
  const base = `/api/areas/${area.code}`;
  const { value, problem, reload } = useAnswer<Area>(base);
  const [link, setLink] = useState<string>();
  const isDistrict = area.role === "district";
  const add = (kind: "streets" | "communities") => async (asked: Asked) => {
    await http("POST", `${base}/${kind}`, { body: asked });
    reload();
  };
  const rename = async ({ name }: Asked) => {
    await http("PUT", base, { body: { name } });
    reload();
  };
  const invite = async ({ name, code }: Asked) => {
    const { url } = await http<{ url: string }>("POST", `/api/areas/${code}/invitations`, { body: { name } });
    setLink(url);
  };
  return (
    <section>
      <Box sx={{ display: "flex", alignItems: "center", gap: 2, mb: 1 }}>
        <Typography variant="h1">{value?.name ?? area.name}</Typography>
        <span className="linli-note">{area.code}</span>
        {isDistrict ? <NameDialog title={words.rename} name={`${area.code}.rename`} onGive={rename} /> : null}
        <Link href="/statistics/">{words.statistics}</Link>
      </Box>
      {problem === undefined ? null : <p role="alert">{problem || all.loadFailed}</p>}
      {value && isDistrict ? (
        <Places title={words.streets} places={value.streets}>
          <NameDialog
            title={words.addStreet}
            name={`${area.code}.street`}
            withCode={area.code}
            onGive={add("streets")}
          />
        </Places>
      ) : null}
      {value ? (
        <Places title={words.communities} places={value.communities}>
          <NameDialog
            title={words.addCommunity}
            name={`${area.code}.community`}
            withCode={area.code}
            onGive={add("communities")}
          />
        </Places>
      ) : null}
      {isDistrict ? (
        <Places title={words.accounts} places={[]}>
          <NameDialog title={words.inviteAccount} name={`${area.code}.account`} withCode={area.code} onGive={invite} />
        </Places>
      ) : null}
      {isDistrict && area.code.length === 6 ? <AreaClients base={base} /> : null}
      {link === undefined ? null : (
        <LinkDialog
          title={all.members.linkTitle}
          text={all.members.linkText}
          lines={[link]}
          onClose={() => setLink(undefined)}
        />
      )}
    </section>
  );
}
