import { Document, Page, View } from '@react-pdf/renderer';
import { BASE } from './families.ts';
import type { DocumentModel } from './model.ts';
import { Changes } from './template/changes.tsx';
import { Footer, Letterhead, RunningHead } from './template/header.tsx';
import { Files, Versions } from './template/history.tsx';
import { Items } from './template/items.tsx';
import { Description, Notice, Parties } from './template/parties.tsx';
import { Photos } from './template/photos.tsx';
import { Signatures } from './template/signatures.tsx';
import { sheetOf } from './template/styles.ts';
import { Totals, totalsHigh } from './template/totals.tsx';
import { Remarks, Work } from './template/work.tsx';

/** The whole document. A pure function of its model: no clock, no random, so that the bytes repeat. */
export function ServiceDocument({ model }: { readonly model: DocumentModel }) {
  const { metadata } = model;
  const sheet = sheetOf(model.pageSize, model.accent);
  const part = { model, sheet };
  const { between, Last, alone } = endingOf(model);
  const signatures = <Signatures {...part} />;
  const amounts = (
    <>
      <Totals {...part} />
      {alone && signatures}
    </>
  );
  const below = model.totals ? { node: amounts, high: totalsHigh(model) + (alone ? 90 : 0) } : undefined;
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
        layout={({ children, pageNumber = 1, totalPages = pageNumber }) => (
          <>
            {pageNumber > 1 && <RunningHead {...part} />}
            <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>{children}</View>
            <Footer {...part} page={pageNumber} pages={totalPages} />
          </>
        )}
        style={{
          paddingTop: sheet.top,
          paddingHorizontal: sheet.side,
          paddingBottom: sheet.bottom,
          fontFamily: BASE.name,
        }}
      >
        <Letterhead {...part} />
        <Notice {...part} />
        <Parties {...part} />
        <Description {...part} />
        <Work {...part} />
        <Remarks {...part} />
        <Items {...part} below={below} />
        {between.map((Part) => (
          <Part key={Part.name} {...part} />
        ))}
        {!alone && (
          <View wrap={false}>
            {Last && <Last {...part} />}
            {signatures}
          </View>
        )}
        <Photos {...part} />
      </Page>
    </Document>
  );
}

/** Lines of a table that may be moved to the next page so that signatures do not stand there alone. */
const FEW = 8;

/**
 * What stands between items with their totals and the signatures; the last of it goes with the signatures, if it is short.
 * `alone`: there is nothing, and the signatures go with the totals.
 */
function endingOf({ totals, changes, history, files }: DocumentModel) {
  const parts = [
    { Part: Changes, there: changes !== null, lines: changes?.rows.length ?? 0 },
    { Part: Versions, there: history !== null, lines: history?.rows.length ?? 0 },
    { Part: Files, there: files.length > 0, lines: files.length },
  ].filter(({ there }) => there);
  const last = parts.at(-1);
  const Last = last && last.lines <= FEW ? last.Part : undefined;
  const between = parts.map(({ Part }) => Part).filter((Part) => Part !== Last);
  return { between, Last, alone: !last && totals !== null };
}
