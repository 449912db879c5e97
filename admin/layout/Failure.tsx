import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslate } from "react-admin";
import { useWords } from "../app/use-words.ts";
import { reloadPage } from "./reload.ts";
import { Title } from "./Title.tsx";

/** A page that broke (页面出错): loads everything anew. What was typed and not saved is kept, and saved then. */
export function Failure() {
  const translate = useTranslate();
  const words = useWords();
  const title = translate("ra.page.error");
  return (
    <div className="linli-nowhere" role="alert">
      <Title title={title} />
      <Typography variant="h1">{title}</Typography>
      <p>{translate("ra.message.error")}</p>
      <Button variant="contained" onClick={reloadPage}>
        {words.tryAgain}
      </Button>
    </div>
  );
}
