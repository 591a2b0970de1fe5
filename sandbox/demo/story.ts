import type { RemotePerson } from '../client.ts';
import type { FillValue } from '../server/acts/entries.ts';
import { type Stage, send, turn } from './stage.ts';
import { chapter, tells } from './terminal.ts';

const HOUR = 3_600_000;
const MINUTES_5 = 300_000;

/** So many hours from now, at a full five minutes. */
const hours = (n: number): Date => new Date(Math.floor((Date.now() + n * HOUR) / MINUTES_5) * MINUTES_5);

const id = ({ id }: RemotePerson) => ({ id });

/** Three orders' lives, acted out in turn, and what one can look up afterwards. */
export async function playStory(stage: Stage): Promise<void> {
  await submitAndApprove(stage);
  await confirmAndClose(stage);
  await reject(stage);
  await closeNotPerformed(stage);
  await lookUp(stage);
}

async function submitAndApprove(stage: Stage): Promise<void> {
  const [ana, sam, farid, gus] = [stage.person('ana'), stage.person('sam'), stage.person('farid'), stage.person('gus')];

  chapter('Ana submits a service order');
  tells('Ana works at the service desk. She types /service-order and fills in the first page.');
  await ana.command('/service-order');
  await stage.form(ana, 'New service order');
  await ana.fill({
    Title: 'Replace pump',
    Client: 'Hotel Miramar',
    'Service location': 'Paseo Marítimo 12, Málaga, plant room',
    'Description of the work': 'Pump P2 is noisy and leaks at the shaft seal. Replace it and vent the circuit.',
    Priority: 'High',
  });
  await stage.showForm(ana, await stage.form(ana, 'New service order'));

  tells('She presses Next. On the second page she mistypes a date: the end is before the start.');
  await turn(ana);
  await ana.fill({
    'Requested start': hours(-5),
    'Requested end': hours(-6),
    Supervisor: id(sam),
    'Client reference': 'PO 4711',
  });
  await ana.submit();
  await stage.showForm(ana, await stage.form(ana, 'New service order', 'Requested end'));

  tells('She mends the date. On the last page she adds three items, each in a form of its own.');
  await turn(ana, { 'Requested end': hours(3) });
  await addItem(stage, ana, { Description: 'Circulation pump DN 40', Quantity: '1', 'Unit price': '480' });
  await addItem(stage, ana, { Kind: 'Labour', Description: 'Fitter', Quantity: '6', Unit: 'h', 'Unit price': '45' });
  await addItem(stage, ana, {
    Kind: 'Expense',
    Description: 'Travel',
    Quantity: '38',
    Unit: 'km',
    'Unit price': '0.5',
  });
  await stage.showForm(ana, await stage.form(ana, 'New service order', 'Travel'));
  await send(ana);

  chapter('Sam asks for changes, Ana resubmits');
  tells('Ana presses Submit, and the order has a channel of its own. Sam, the supervisor, gets a direct message.');
  const first = await stage.request(sam, 'Replace pump');
  await stage.showMessage(`Direct message · ${sam.name}`, first);
  tells('Sam presses Request changes.');
  await sam.press('Request changes', { message: first });
  await stage.form(sam, 'Request changes');
  await sam.fill({ Reason: 'Who lets the crew in? Please add a contact on site.' });
  await stage.showForm(sam, await stage.form(sam, 'Request changes'));
  await send(sam);
  await stage.showMessage(`Direct message · ${ana.name}`, await stage.directMessage(ana, 'asks for changes'));

  tells('Ana presses Edit and resubmit. The form is filled in already; she adds the contact on the second page.');
  await ana.press('Edit and resubmit', { channel: 'app' });
  await stage.form(ana, 'Edit and resubmit');
  await turn(ana);
  await ana.fill({ 'Contact on site': 'Marta Gil, +34 600 000 000' });
  await stage.showForm(ana, await stage.form(ana, 'Edit and resubmit', 'Contact on site'));
  await turn(ana);
  await send(ana);

  chapter('Sam approves, the crew is called');
  tells('Sam has a new request. He approves it with Farid, a colleague, and Gus, a guest from a subcontractor.');
  await approve(stage, sam, 'Marta Gil', {
    'Field workers': [id(farid), id(gus)],
    Comment: 'Call Marta before you set out.',
  });
  const channel = await stage.issued('SO-000001', 1);
  await stage.showMessage(`Direct message · ${gus.name}`, await stage.directMessage(gus, 'put you on the crew'));
  tells('In the channel the pinned card says how things stand, and the order is there as a PDF.');
  await stage.showMessage(`#${channel.name} · pinned`, channel.pins[0]);
  await stage.showMessage(
    `#${channel.name}`,
    channel.messages.find(({ files }) => files.length > 0),
  );
}

async function confirmAndClose(stage: Stage): Promise<void> {
  const [ana, farid] = [stage.person('ana'), stage.person('farid')];
  const { name } = await stage.issued('SO-000001', 1);

  chapter('Farid confirms the work as it really was');
  tells(
    'On site it took eight hours instead of six, and two valves that nobody had planned. Farid presses Create confirmation, edits the hours, and adds the valves.',
  );
  await farid.press('Create confirmation', { channel: name });
  await stage.form(farid, 'Create confirmation');
  await farid.press('Edit', { modal: true, nth: 1 });
  await stage.form(farid, 'Item');
  await send(farid, { Quantity: '8' });
  await stage.form(farid, 'Create confirmation', '8 h');
  await farid.press('Add item');
  await stage.form(farid, 'Item');
  await send(farid, { Description: 'Isolation valve DN 40', Quantity: '2', 'Unit price': '38.50' });
  await stage.showForm(farid, await stage.form(farid, 'Create confirmation', 'Isolation valve'));

  tells('On the second page he reports the work, and on the third he sees what he is about to send.');
  await turn(farid);
  await farid.fill({
    'Work done': 'Pump replaced, circuit vented, test run 30 minutes without leaks.',
    'Work started': hours(-4),
    'Work ended': hours(-1),
    'Reason for the changes': 'Both shut-off valves were seized and had to be replaced.',
  });
  await stage.showForm(farid, await stage.form(farid, 'Create confirmation', 'Work done'));
  await turn(farid);
  await stage.showForm(farid, await stage.form(farid, 'Create confirmation', 'compared with'));
  await send(farid);
  const second = await stage.issued('SO-000001', 2);
  tells('The channel has the entry with every change, and version 2 as a PDF.');
  await stage.showMessage(
    `#${name}`,
    second.messages.find(({ text }) => text.includes('confirmed work')),
  );

  chapter("Farid closes the order with the client's acceptance");
  tells('The client looks at the pump with him and is content. He presses Close order.');
  await farid.press('Close order', { channel: name });
  await stage.form(farid, 'Close order');
  await turn(farid);
  await farid.fill({
    'Closing note': 'Old pump disposed of.',
    'Client acceptance': 'The client accepts the work',
    'Accepted by': 'Marta Gil',
  });
  await stage.showForm(farid, await stage.form(farid, 'Close order', 'Client acceptance'));
  await send(farid);
  const third = await stage.issued('SO-000001', 3);
  await stage.showMessage(`#${name}`, third.messages.at(-1));
  await stage.showMessage(`Direct message · ${ana.name}`, await stage.directMessage(ana, 'closed SO-000001'));
  tells('The channel stays open for another seven days, for whatever is still to be said.');
}

async function reject(stage: Stage): Promise<void> {
  const [ben, sofia] = [stage.person('ben'), stage.person('sofia')];
  chapter('A second order is rejected');
  tells('Ben starts from the shortcut “New service order”. Sofia, his supervisor, rejects the order.');
  await ben.shortcut('New service order');
  await submit(stage, ben, { Title: 'Repaint stairwell', Client: 'Casa Lago', Supervisor: id(sofia) });
  await sofia.press('Reject', { message: await stage.request(sofia, 'Repaint stairwell') });
  await stage.form(sofia, 'Reject service order');
  await sofia.fill({ Reason: 'Painting is not in our contract with this client.' });
  await stage.showForm(sofia, await stage.form(sofia, 'Reject service order'));
  await send(sofia);
  await stage.showMessage(`Direct message · ${ben.name}`, await stage.directMessage(ben, 'rejected SO-000002'));
  const { name } = await stage.channel('SO-000002', ({ isArchived }) => isArchived, 'is archived');
  tells(`Everything is posted first; then #${name} is archived.`);
}

async function closeNotPerformed(stage: Stage): Promise<void> {
  const [ana, sam, fiona] = [stage.person('ana'), stage.person('sam'), stage.person('fiona')];
  chapter('A third order cannot be carried out');
  tells('Ana submits it, Sam approves it with Fiona. On site nobody opens the door.');
  await ana.command('/so new');
  await submit(stage, ana, { Title: 'Inspect boiler', Client: 'Bakery Sol', Supervisor: id(sam) });
  await approve(stage, sam, 'Inspect boiler', { 'Field workers': [id(fiona)] }, false);
  const { name } = await stage.issued('SO-000003', 1);
  tells('Fiona presses Close order, chooses “Not performed” and says why.');
  await fiona.press('Close order', { channel: name });
  await stage.form(fiona, 'Close order');
  await turn(fiona, { Outcome: 'Not performed' });
  await fiona.fill({ Reason: 'Client absent', Explanation: 'Rang three times, waited 40 minutes, left a card.' });
  await stage.showForm(fiona, await stage.form(fiona, 'Close order', 'Explanation'));
  await send(fiona);
  await stage.issued('SO-000003', 2);
  await stage.directMessage(ana, 'closed SO-000003');
  await stage.showMessage(`Direct message · ${sam.name}`, await stage.directMessage(sam, 'closed SO-000003'));
}

async function lookUp(stage: Stage): Promise<void> {
  const ana = stage.person('ana');
  chapter('Looking things up');
  for (const line of ['/service-order list', '/so show SO-3', '/service-order history SO-1']) {
    tells(`Ana types ${line}. Only she sees the answer.`);
    const { message, trouble } = await ana.command(line);
    if (trouble) throw new Error(trouble);
    await stage.showMessage(`Only visible to you · ${ana.name}`, message);
  }
}

/** Submits an order with one item through the open form. */
async function submit(
  stage: Stage,
  person: RemotePerson,
  { Supervisor, ...first }: { Title: string; Client: string; Supervisor: { id: string } },
): Promise<void> {
  await stage.form(person, 'New service order');
  await turn(person, {
    ...first,
    'Service location': 'Calle Mayor 3, Málaga',
    'Description of the work': `${first.Title} as agreed by phone.`,
  });
  await turn(person, { 'Requested start': hours(-3), 'Requested end': hours(4), Supervisor });
  await addItem(stage, person, {
    Kind: 'Service',
    Description: `${first.Title}, flat rate`,
    Quantity: '1',
    'Unit price': '120',
  });
  await send(person);
}

async function addItem(stage: Stage, person: RemotePerson, item: Record<string, FillValue>): Promise<void> {
  await person.press('Add item');
  await stage.form(person, 'Item');
  await send(person, item);
  await stage.form(person, 'New service order', String(item.Description));
}

/** Approves the request with these words. */
async function approve(
  stage: Stage,
  supervisor: RemotePerson,
  words: string,
  answers: Record<string, FillValue>,
  shown = true,
): Promise<void> {
  await supervisor.press('Approve', { message: await stage.request(supervisor, words) });
  await stage.form(supervisor, 'Approve service order');
  await supervisor.fill(answers);
  if (shown) await stage.showForm(supervisor, await stage.form(supervisor, 'Approve service order'));
  await send(supervisor);
}
