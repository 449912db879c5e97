import LedgerIcon from "@mui/icons-material/AccountBalanceWalletOutlined";
import RetentionIcon from "@mui/icons-material/AutoDeleteOutlined";
import PublishingIcon from "@mui/icons-material/CampaignOutlined";
import ChecksIcon from "@mui/icons-material/FactCheckOutlined";
import RulesIcon from "@mui/icons-material/GavelOutlined";
import HomeIcon from "@mui/icons-material/HomeOutlined";
import PeopleIcon from "@mui/icons-material/PeopleOutlineOutlined";
import AreaIcon from "@mui/icons-material/PlaceOutlined";
import Box from "@mui/material/Box";
import Divider from "@mui/material/Divider";
import MenuList from "@mui/material/MenuList";
import { pageTitles } from "../../shared/words/page-titles.ts";
import { isAbove } from "../app/me.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { ListMenu } from "./ListMenu.tsx";
import { MenuLink } from "./MenuLink.tsx";
import { SIDEBAR } from "./theme.ts";

const dense = {
  width: SIDEBAR,
  "& .MuiMenuItem-root .MuiListItemIcon-root": { minWidth: 28, color: "text.secondary" },
  "& .MuiMenuItem-root": { minHeight: 34, py: 0.5, color: "text.secondary", "&.active": { color: "text.primary" } },
};

/** What is done every day, the lists this person may read, and what is set up once. */
export function NavigationMenu() {
  const { registers, community, me } = useWorkspace();
  const language = useLanguage();
  const words = useWords();
  const home = isAbove(me) ? pageTitles.street[language] : words.home;
  return (
    <Box component="nav" aria-label={words.registers} sx={dense}>
      <MenuList component="div">
        <MenuLink to="/" text={home} icon={<HomeIcon fontSize="small" />} />
        {registers.some(({ name }) => name === "vouchers") ? (
          <MenuLink to="/ledger" text={pageTitles.ledger[language]} icon={<LedgerIcon fontSize="small" />} />
        ) : null}
        {registers.some(({ name }) => name === "publications") ? (
          <MenuLink
            to="/publishing"
            text={pageTitles.publishing[language]}
            icon={<PublishingIcon fontSize="small" />}
          />
        ) : null}
        {community.code === "" ? null : (
          <MenuLink to="/checks" text={pageTitles.checks[language]} icon={<ChecksIcon fontSize="small" />} />
        )}
      </MenuList>
      {registers.length > 0 ? <ListMenu registers={registers} /> : null}
      <Divider />
      <SetUpMenu />
    </Box>
  );
}

/** Rules, people and areas: pages seldom opened. */
function SetUpMenu() {
  const { community, me } = useWorkspace();
  const language = useLanguage();
  const words = useWords();
  return (
    <MenuList component="div">
      {community.code === "" ? null : (
        <MenuLink to="/rules" text={pageTitles.rules[language]} icon={<RulesIcon fontSize="small" />} />
      )}
      {community.rights.includes("invite") ? (
        <MenuLink to="/members" text={words.welcome.people} icon={<PeopleIcon fontSize="small" />} />
      ) : null}
      {community.rights.includes("retention") ? (
        <MenuLink to="/retention" text={pageTitles.retention[language]} icon={<RetentionIcon fontSize="small" />} />
      ) : null}
      {me.areas.length > 0 ? (
        <MenuLink to="/area" text={words.welcome.area} icon={<AreaIcon fontSize="small" />} />
      ) : null}
    </MenuList>
  );
}
