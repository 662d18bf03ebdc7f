// The content policy allows no script within the page, so it starts here.
SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#document',
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  filter: true,
  // Nothing is asked of other servers.
  validatorUrl: null,
  queryConfigEnabled: false,
});
