import ListIcon from "@mui/icons-material/TableRowsOutlined";
import MenuList from "@mui/material/MenuList";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useSidebarState } from "react-admin";
import { useLocation, useNavigate } from "react-router-dom";
import { findList } from "../../shared/words/menu.ts";
import { useLanguage } from "../app/use-words.ts";
import type { RegisterView } from "../providers/contract.ts";
import { foldedHeadings, rememberFolded } from "./folded.ts";
import { MenuLink } from "./MenuLink.tsx";
import { type MenuSection, menuSections } from "./menu-order.ts";

/** The lists in their sections, which can be folded, and a box that finds one by its name in either language. */
export function ListMenu({ registers }: { readonly registers: readonly RegisterView[] }) {
  const language = useLanguage();
  const [text, setText] = useState("");
  const sections = menuSections(registers.filter((register) => isFound(register, text)));
  const first = sections[0]?.lists[0];
  return (
    <>
      <FindBox text={text} onText={setText} first={first?.name} />
      {sections.map((section) => (
        <Section key={section.heading?.en ?? ""} section={section} isSearching={text !== ""} />
      ))}
      <output className="linli-no-list">{first ? "" : findList.none[language]}</output>
    </>
  );
}

function isFound({ name, label }: RegisterView, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [name, label.zh, label.en].some((word) => word.toLowerCase().includes(wanted));
}

type FindProps = { readonly text: string; readonly onText: (text: string) => void; readonly first: string | undefined };

/** Ctrl+K puts the cursor here from anywhere, Enter goes to the first list that is left, Escape shows all again. */
function FindBox({ text, onText, first }: FindProps) {
  const language = useLanguage();
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const [, setOpen] = useSidebarState();
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setOpen(true);
      // What is typed at once goes into the box. In a closed menu it stands only after the next frame.
      box.current?.select();
      if (document.activeElement !== box.current) requestAnimationFrame(() => box.current?.select());
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [setOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    // A word that is still being composed is not finished by its Enter.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onText("");
    if (event.key !== "Enter" || first === undefined) return;
    onText("");
    navigate(`/${first}`);
  };
  const label = `${findList.label[language]} (Ctrl+K)`;
  return (
    <input
      ref={box}
      type="search"
      className="linli-find-list"
      aria-label={label}
      aria-keyshortcuts="Control+K"
      placeholder={label}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** One section; open while something is searched. Going to a list opens the section it stands in. */
function Section({ section, isSearching }: { readonly section: MenuSection; readonly isSearching: boolean }) {
  const language = useLanguage();
  const { pathname } = useLocation();
  const key = section.heading?.en ?? "";
  const [isFolded, setFolded] = useState(() => foldedHeadings().has(key));
  const isHere = section.lists.some(({ name }) => pathname === `/${name}`);
  const onToggle = (isOpen: boolean) => {
    if (isSearching) return;
    setFolded(!isOpen);
    rememberFolded(key, !isOpen);
  };
  const lists = (
    <MenuList component="div" disablePadding>
      {section.lists.map(({ name, label }) => (
        <MenuLink key={name} to={`/${name}`} text={label[language]} icon={<ListIcon fontSize="small" />} />
      ))}
    </MenuList>
  );
  if (!section.heading) return lists;
  return (
    <details
      className="linli-section"
      open={isSearching || isHere || !isFolded}
      onToggle={(event) => onToggle(event.currentTarget.open)}
    >
      <summary>{section.heading[language]}</summary>
      {lists}
    </details>
  );
}
