import { join } from "node:path";
import { lambdaDeps } from "../http/deps.ts";
import { lambdaHandler } from "../http/lambda-handler.ts";
import { createPoster } from "./app.ts";
import { type Fonts, loadFonts } from "./fonts.ts";

/** The font files stand beside the bundle. They are read when the first poster is asked for, once per container. */
let kept: Promise<Fonts> | undefined;
const beside = (file: string) => join(import.meta.dirname, file);
const fonts = () => {
  kept ??= loadFonts({ regular: beside("NotoSansSC_400Regular.ttf"), bold: beside("NotoSansSC_700Bold.ttf") });
  return kept;
};

export const handler = lambdaHandler(createPoster(lambdaDeps(), fonts));
