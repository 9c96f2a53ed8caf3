import type { Schemas } from '@/lib/api-client';
import { addDays } from '@/lib/dates';
import { dice, properties, today } from './data';

const outbound: Schemas['Outbound'] = {
  sending: true,
  sandbox: true,
  messagesPerSecond: 5,
  datesPerMessage: 100,
  daysAhead: 400,
  sellsAllowance: true,
  keepBack: 0,
  ratePlan: 'STANDARD',
  compareSeconds: 300,
  refreshSeconds: 3_600,
};

export const connections: Schemas['ChannelConnection'][] = [
  { name: 'demo-channel', kind: 'alpinebits', version: '2020-10', active: true, hotels: [] },
  { name: 'sandbox-alpinebits', kind: 'alpinebits', version: '2020-10', active: true, hotels: [], outbound },
  { name: 'sandbox-ota', kind: 'ota', version: '1', active: true, hotels: [], outbound: { ...outbound } },
];

const id = (number: number) => `csy_${String(number).padStart(26, '0')}`;
const made = connections
  .filter((connection) => connection.outbound)
  .flatMap(({ name }) =>
    properties.flatMap((property) => property.roomTypes.map((type) => ({ name, property, type }))),
  );

export const syncs: Schemas['ChannelSync'][] = made.map(({ name, property, type }, index) => {
  const roll = dice(index + 7);
  const status = index === 1 ? 'waiting' : index === 3 ? 'diverged' : index % 5 === 4 ? 'behind' : 'in-sync';
  return {
    id: id(index),
    connection: name,
    propertyId: property.id,
    hotelCode: property.code,
    roomTypeId: type.id,
    roomTypeCode: type.code,
    status,
    messages: 40 + Math.floor(roll() * 900),
    failures: Math.floor(roll() * 12),
    ...(status === 'waiting' && { lastFailure: 'no answer in time' }),
    waitingDates: status === 'in-sync' ? 0 : 1 + Math.floor(roll() * 20),
    rejectedDates: 0,
    divergedDates: status === 'diverged' ? 2 : 0,
    divergences: status === 'diverged' ? 1 : 0,
    acknowledgedAt: `${today}T09:3${index % 10}:12Z`,
  };
});

export function syncDays(channelSyncId: string): Schemas['ChannelSyncDays'] | undefined {
  const sync = syncs.find((one) => one.id === channelSyncId);
  if (!sync) return undefined;
  const roll = dice(99);
  const price = { amountMinor: 12_900, currency: 'EUR' };
  return {
    id: sync.id,
    connection: sync.connection,
    hotelCode: sync.hotelCode,
    roomTypeCode: sync.roomTypeCode,
    messages: sync.messages,
    days: Array.from({ length: 31 }, (_, index) => {
      const offered = Math.floor(roll() * 9);
      const differs = sync.status === 'diverged' && index < 2;
      const behind = sync.status === 'waiting' && index % 6 === 0;
      return {
        date: addDays(today, index),
        offered,
        acknowledged: behind ? offered + 1 : offered,
        ...(differs && { reported: offered + 2 }),
        doubtful: behind,
        price,
        acknowledgedPrice: price,
        inSync: !differs && !behind,
      };
    }),
  };
}

export const parity: Schemas['RateParity'] = {
  from: today,
  to: addDays(today, 31),
  nights: 217,
  broken: 3,
  items: [0, 1, 2].map((index) => ({
    propertyId: properties[0]?.id ?? '',
    hotelCode: properties[0]?.code ?? '',
    roomTypeId: properties[0]?.roomTypes[0]?.id ?? '',
    roomTypeCode: properties[0]?.roomTypes[0]?.code ?? '',
    date: addDays(today, 3 + index),
    own: { amountMinor: 12_900, currency: 'EUR' },
    channels: [
      { connection: 'sandbox-alpinebits', price: { amountMinor: 11_900, currency: 'EUR' } },
      { connection: 'sandbox-ota', price: { amountMinor: 12_900, currency: 'EUR' } },
    ],
    parity: false,
  })),
};

let faults: Schemas['Faults'] = {
  down: false,
  delay: 0,
  duplicate: 50,
  reorder: 100,
  loseRequest: 25,
  loseAnswer: 25,
  refuse: 20,
  delayMillis: 200,
  holdMillis: 600,
  limitPerSecond: 0,
  seed: 1,
};
export const currentFaults = () => faults;
export const changeFaults = (next: Schemas['Faults']) => {
  faults = next;
  return faults;
};

export function changeOutbound(name: string, change: Schemas['OutboundChange']) {
  const connection = connections.find((one) => one.name === name);
  if (!connection?.outbound) return undefined;
  connection.outbound = { ...connection.outbound, ...change } as Schemas['Outbound'];
  return connection.outbound;
}
