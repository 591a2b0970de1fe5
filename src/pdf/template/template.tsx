import { Document, Page } from '@react-pdf/renderer';
import { Fragment, type ReactNode } from 'react';
import type { DocumentModel } from '../document.ts';
import { BASE } from '../fonts/families.ts';
import { Changes } from './changes.tsx';
import { Letterhead } from './header.tsx';
import { Files, Versions } from './history.tsx';
import { Hours } from './hours.tsx';
import { Items } from './items.tsx';
import { Checklist, Details } from './own-answers.tsx';
import { pageLayout } from './page-layout.tsx';
import { Description, Extra, Notice, Parties } from './parties.tsx';
import { type Sheet, sheetOf } from './parts/styles.ts';
import type { Below } from './parts/table.tsx';
import { Photos } from './photos.tsx';
import { Ending, endingHeight } from './signatures.tsx';
import { Terms } from './terms.tsx';
import { Totals, totalsHeight } from './totals.tsx';
import { Remarks, Work } from './work.tsx';

/** The whole document. A pure function of its model: no clock, no random, so that the bytes repeat. */
export function ServiceDocument({ model }: { readonly model: DocumentModel }) {
  const { metadata } = model;
  const sheet = sheetOf(model.pageSize, model.accent);
  const part = { model, sheet };
  const ending = { node: <Ending {...part} />, height: endingHeight(model) };
  const parts = partsOf(model, sheet);
  const amounts = (
    <>
      <Totals {...part} />
      {parts.length === 0 && ending.node}
    </>
  );
  const below = model.totals
    ? { node: amounts, height: totalsHeight(model) + (parts.length === 0 ? ending.height : 0) }
    : undefined;
  return (
    <Document
      title={metadata.title}
      author={metadata.author}
      subject={metadata.subject}
      keywords={metadata.keywords}
      language={metadata.language}
      creator="Service Orders for Slack"
      producer="Service Orders for Slack"
      creationDate={new Date(metadata.createdAt * 1000)}
      conformance="PDF/A-2b"
    >
      <Page
        size={sheet.size}
        layout={pageLayout(part)}
        style={{
          paddingTop: sheet.top,
          paddingHorizontal: sheet.side,
          paddingBottom: sheet.bottom,
          fontFamily: BASE.name,
        }}
      >
        <Letterhead {...part} />
        <Notice {...part} />
        <Extra {...part} />
        <Parties {...part} />
        <Description {...part} />
        <Details {...part} />
        <Work {...part} />
        <Checklist {...part} />
        <Remarks {...part} />
        <Hours {...part} />
        <Items {...part} below={below} />
        {parts.map(({ key, draw }, index) => (
          <Fragment key={key}>{draw(index === parts.length - 1 ? ending : undefined)}</Fragment>
        ))}
        {parts.length === 0 && !below && ending.node}
        <Photos {...part} />
        <Terms {...part} />
      </Page>
    </Document>
  );
}

/** What stands between items with their totals and the signatures, which go with the end of the last of it. */
function partsOf({ changes, history, files, words }: DocumentModel, sheet: Sheet) {
  const parts: { key: string; draw: (below: Below | undefined) => ReactNode }[] = changes.map((list) => ({
    key: list.title,
    draw: (below) => <Changes changes={list} words={words.changes} sheet={sheet} below={below} />,
  }));
  if (history)
    parts.push({
      key: 'history',
      draw: (below) => <Versions history={history} words={words.history} sheet={sheet} below={below} />,
    });
  if (files.length > 0)
    parts.push({
      key: 'files',
      draw: (below) => <Files files={files} words={words.files} sheet={sheet} below={below} />,
    });
  return parts;
}
