export function AnalysisRoute() {
  return null;
}
