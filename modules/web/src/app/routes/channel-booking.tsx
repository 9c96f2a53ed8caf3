export function ChannelBookingRoute() {
  return null;
}
