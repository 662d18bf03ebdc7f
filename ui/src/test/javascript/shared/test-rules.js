/** The rules that the page applies, as GET /api/v1/rules returns them by default. */
export const RULES = {
  sureConfidence: 0.7,
  portrait: {
    limits: {
      minSidePixels: 40,
      minSharpness: 0.15,
      minBrightness: 0.12,
      maxYaw: 55,
      maxPitch: 45,
      minConfidence: 0.6,
    },
    backgroundArea: 0.25,
    shareOfSurest: 0.8,
  },
  retention: { frames: 3600, embeddings: 86_400, matches: 604_800, jobs: 86_400, sessions: 86_400 },
};
