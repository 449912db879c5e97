/** @jsxImportSource hono/jsx */
import { Fragment } from "hono/jsx";
import { qrPath } from "../../../shared/qr/qr-path.ts";
import type { Block } from "../../../shared/rules/publication/content.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { boardWords } from "../../../shared/words/publication.ts";

type BlocksProps = {
  readonly blocks: readonly Block[];
  readonly language: Language;
  readonly origin: string;
  readonly kiosk: boolean;
};

/** What was made public, part by part. */
export function Blocks({ blocks, language, origin, kiosk }: BlocksProps) {
  return (
    <>
      {blocks.map((block, at) => (
        // Parts never move: what was posted stays as it is.
        <Fragment key={String(at)}>
          {block.title && block.as !== "signUp" ? <h2>{block.title[language]}</h2> : null}
          {block.as === "text"
            ? block.paragraphs.map((one) => (
                <p key={one.zh} class="say">
                  {one[language]}
                </p>
              ))
            : null}
          {block.as === "facts" ? <Facts block={block} language={language} /> : null}
          {block.as === "table" ? <Table block={block} language={language} /> : null}
          {block.as === "signUp" ? <SignUp block={block} language={language} origin={origin} kiosk={kiosk} /> : null}
        </Fragment>
      ))}
    </>
  );
}

type Of<As extends Block["as"]> = { readonly block: Extract<Block, { as: As }>; readonly language: Language };

function Facts({ block, language }: Of<"facts">) {
  return (
    <dl>
      {block.facts.map(({ label, lines }) => (
        <Fragment key={label.zh}>
          <dt>{label[language]}</dt>
          <dd>
            {lines.map((line) => (
              <div key={line.zh}>{line[language]}</div>
            ))}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** A wide table scrolls by itself, also by keyboard. */
function Table({ block, language }: Of<"table">) {
  const { columns, rows, title } = block;
  return (
    <section class="wide" tabindex={0} aria-label={title?.[language] ?? columns[0]?.label[language]}>
      <table>
        <thead>
          <tr>
            {columns.map(({ label, number }) => (
              <th key={label.zh} scope="col" class={number ? "n" : undefined}>
                {label[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.map(({ zh }) => zh).join(" ")}>
              {row.map((cell, at) => (
                <td key={columns[at]?.label.zh} class={columns[at]?.number ? "n" : undefined}>
                  {cell[language]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How to sign up: a button on one's own phone, a code to scan on the screen in the hall. */
function SignUp({ block, language, origin, kiosk }: Of<"signUp"> & { origin: string; kiosk: boolean }) {
  const words = boardWords[language];
  const { code, phones, place, hours, closing } = block;
  const url = code && `${origin}/f/${code}`;
  return (
    <section class="box" aria-labelledby="sign-up">
      <h2 id="sign-up">{block.title?.[language] ?? words.signUp}</h2>
      <p>
        {words.deadline}
        <br />
        <b>{closing[language]}</b>
      </p>
      {url && !kiosk ? (
        <a class="button" href={url}>
          {words.open}
        </a>
      ) : null}
      {url && kiosk ? <Code url={url} words={words.scan} /> : null}
      {url ? (
        <p>
          {words.type}
          <br />
          <b>{url.replace(/^https?:\/\//, "")}</b>
        </p>
      ) : null}
      {phones.map((phone) => (
        <p key={phone}>
          {words.phone}{" "}
          {kiosk ? (
            <b>{phone}</b>
          ) : (
            <a class="go" href={`tel:${phone}`}>
              {phone}
            </a>
          )}
        </p>
      ))}
      {place ? <p>{`${words.desk} ${place}`}</p> : null}
      {hours ? <p>{`${words.hours} ${hours}`}</p> : null}
    </section>
  );
}

function Code({ url, words }: { url: string; words: string }) {
  const { path, size } = qrPath(url);
  return (
    <div>
      <b>{words}</b>
      <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words}>
        <path d={path} />
      </svg>
    </div>
  );
}
