import LedgerIcon from "@mui/icons-material/AccountBalanceWalletOutlined";
import RetentionIcon from "@mui/icons-material/AutoDeleteOutlined";
import PublishingIcon from "@mui/icons-material/CampaignOutlined";
import RulesIcon from "@mui/icons-material/GavelOutlined";
import HomeIcon from "@mui/icons-material/HomeOutlined";
import PeopleIcon from "@mui/icons-material/PeopleOutlineOutlined";
import AreaIcon from "@mui/icons-material/PlaceOutlined";
import ListIcon from "@mui/icons-material/TableRowsOutlined";
import Divider from "@mui/material/Divider";
import Typography from "@mui/material/Typography";
import { Menu } from "react-admin";
import { pageTitles } from "../../shared/words/page-titles.ts";
import { isAbove } from "../app/me.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";

const dense = {
  "& .MuiListItemIcon-root, & .RaMenuItemLink-icon": { minWidth: "28px !important" },
  "& .MuiMenuItem-root": { minHeight: 34, py: 0.5 },
};

/** The lists this person may read, and whatever else there is to go to. */
export function NavigationMenu() {
  const { registers, community, me } = useWorkspace();
  const mayInvite = community.rights.includes("invite");
  const seesRetention = community.rights.includes("retention");
  const language = useLanguage();
  const words = useWords();
  return (
    <Menu sx={dense} aria-label={words.registers} component="nav">
      <Menu.Item
        to="/"
        primaryText={isAbove(me) ? pageTitles.street[language] : words.home}
        leftIcon={<HomeIcon fontSize="small" />}
      />
      <Typography variant="overline" color="text.secondary" sx={{ px: 2, pt: 1, display: "block", lineHeight: 2 }}>
        {words.registers}
      </Typography>
      {registers.map(({ name, label }) => (
        <Menu.Item key={name} to={`/${name}`} primaryText={label[language]} leftIcon={<ListIcon fontSize="small" />} />
      ))}
      {mayInvite || seesRetention || me.areas.length > 0 ? <Divider sx={{ my: 1 }} /> : null}
      {registers.some(({ name }) => name === "vouchers") ? (
        <Menu.Item to="/ledger" primaryText={pageTitles.ledger[language]} leftIcon={<LedgerIcon fontSize="small" />} />
      ) : null}
      {registers.some(({ name }) => name === "publications") ? (
        <Menu.Item
          to="/publishing"
          primaryText={pageTitles.publishing[language]}
          leftIcon={<PublishingIcon fontSize="small" />}
        />
      ) : null}
      {community.code === "" ? null : (
        <Menu.Item to="/rules" primaryText={pageTitles.rules[language]} leftIcon={<RulesIcon fontSize="small" />} />
      )}
      {mayInvite ? (
        <Menu.Item to="/members" primaryText={words.welcome.people} leftIcon={<PeopleIcon fontSize="small" />} />
      ) : null}
      {seesRetention ? (
        <Menu.Item
          to="/retention"
          primaryText={pageTitles.retention[language]}
          leftIcon={<RetentionIcon fontSize="small" />}
        />
      ) : null}
      {me.areas.length > 0 ? (
        <Menu.Item to="/area" primaryText={words.welcome.area} leftIcon={<AreaIcon fontSize="small" />} />
      ) : null}
    </Menu>
  );
}
