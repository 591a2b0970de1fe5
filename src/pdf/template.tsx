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
import { Totals } from './template/totals.tsx';
import { Remarks, Work } from './template/work.tsx';

/** The whole document. A pure function of its model: no clock, no random, so that the bytes repeat. */
export function ServiceDocument({ model }: { readonly model: DocumentModel }) {
  const { metadata } = model;
  const sheet = sheetOf(model.pageSize, model.accent);
  const part = { model, sheet };
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
        <Items {...part} />
        <Totals {...part} />
        <Changes {...part} />
        <Versions {...part} />
        <Files {...part} />
        <Signatures {...part} />
        <Photos {...part} />
      </Page>
    </Document>
  );
}
