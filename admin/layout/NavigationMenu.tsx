import LedgerIcon from "@mui/icons-material/AccountBalanceWalletOutlined";
import RetentionIcon from "@mui/icons-material/AutoDeleteOutlined";
import PublishingIcon from "@mui/icons-material/CampaignOutlined";
import ChecksIcon from "@mui/icons-material/FactCheckOutlined";
import RulesIcon from "@mui/icons-material/GavelOutlined";
import HomeIcon from "@mui/icons-material/HomeOutlined";
import PeopleIcon from "@mui/icons-material/PeopleOutlineOutlined";
import AreaIcon from "@mui/icons-material/PlaceOutlined";
import ListIcon from "@mui/icons-material/TableRowsOutlined";
import Divider from "@mui/material/Divider";
import MenuList from "@mui/material/MenuList";
import Typography from "@mui/material/Typography";
import { Fragment } from "react";
import { pageTitles } from "../../shared/words/page-titles.ts";
import { isAbove } from "../app/me.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { MenuLink } from "./MenuLink.tsx";
import { headingOf } from "./menu-order.ts";
import { SIDEBAR } from "./theme.ts";

const dense = {
  width: SIDEBAR,
  "& .MuiMenuItem-root .MuiListItemIcon-root": { minWidth: 28, color: "text.secondary" },
  "& .MuiMenuItem-root": { minHeight: 34, py: 0.5, color: "text.secondary", "&.active": { color: "text.primary" } },
};

/** The lists this person may read, and whatever else there is to go to. */
export function NavigationMenu() {
  const { registers, community, me } = useWorkspace();
  const mayInvite = community.rights.includes("invite");
  const seesRetention = community.rights.includes("retention");
  const language = useLanguage();
  const words = useWords();
  return (
    <MenuList sx={dense} aria-label={words.registers} component="nav">
      <MenuLink
        to="/"
        text={isAbove(me) ? pageTitles.street[language] : words.home}
        icon={<HomeIcon fontSize="small" />}
      />
      {registers.map(({ name, label }) => {
        const heading = headingOf(registers, name);
        return (
          <Fragment key={name}>
            {heading ? (
              <Typography
                variant="overline"
                color="text.secondary"
                sx={{ px: 2, pt: 1, display: "block", lineHeight: 2 }}
              >
                {heading[language]}
              </Typography>
            ) : null}
            <MenuLink to={`/${name}`} text={label[language]} icon={<ListIcon fontSize="small" />} />
          </Fragment>
        );
      })}
      {mayInvite || seesRetention || me.areas.length > 0 ? <Divider sx={{ my: 1 }} /> : null}
      {registers.some(({ name }) => name === "vouchers") ? (
        <MenuLink to="/ledger" text={pageTitles.ledger[language]} icon={<LedgerIcon fontSize="small" />} />
      ) : null}
      {registers.some(({ name }) => name === "publications") ? (
        <MenuLink to="/publishing" text={pageTitles.publishing[language]} icon={<PublishingIcon fontSize="small" />} />
      ) : null}
      {community.code === "" ? null : (
        <MenuLink to="/checks" text={pageTitles.checks[language]} icon={<ChecksIcon fontSize="small" />} />
      )}
      {community.code === "" ? null : (
        <MenuLink to="/rules" text={pageTitles.rules[language]} icon={<RulesIcon fontSize="small" />} />
      )}
      {mayInvite ? <MenuLink to="/members" text={words.welcome.people} icon={<PeopleIcon fontSize="small" />} /> : null}
      {seesRetention ? (
        <MenuLink to="/retention" text={pageTitles.retention[language]} icon={<RetentionIcon fontSize="small" />} />
      ) : null}
      {me.areas.length > 0 ? (
        <MenuLink to="/area" text={words.welcome.area} icon={<AreaIcon fontSize="small" />} />
      ) : null}
    </MenuList>
  );
}
