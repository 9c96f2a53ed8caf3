import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export const look =
  'text-inherit underline decoration-line-strong underline-offset-3 hover:decoration-current';

/** Features know no addresses: the routes hand them these. */
export const bookingLink = (bookingId: string, children: ReactNode) => (
  <Link to="/console/bookings/$bookingId" params={{ bookingId }} search={{}} className={look}>
    {children}
  </Link>
);
export const channelBookingLink = (channelBookingId: string, children: ReactNode) => (
  <Link to="/console/channels/bookings/$channelBookingId" params={{ channelBookingId }} className={look}>
    {children}
  </Link>
);
