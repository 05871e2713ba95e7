// Passkeys: hands allauth's own script the ids of the parts of the page that it works with.
for (const part of document.querySelectorAll("[data-app-key]")) {
  window.allauth.webauthn.forms[part.dataset.appKey]({ ids: JSON.parse(part.dataset.appIds) });
}
