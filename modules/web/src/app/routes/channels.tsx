export function ChannelsRoute() {
  return null;
}
