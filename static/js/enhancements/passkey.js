// Signs in with, shows or adds a passkey: asks the browser, then posts its answer.
// The form names the ceremony (data-passkey: login, get or create); without script,
// or in a browser without passkeys, its button stays hidden.
const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const withBytes = (options) => {
  const ready = { ...options, challenge: toBytes(options.challenge) };
  if (options.user) ready.user = { ...options.user, id: toBytes(options.user.id) };
  for (const list of ["allowCredentials", "excludeCredentials"]) {
    if (options[list]) {
      ready[list] = options[list].map((known) => ({ ...known, id: toBytes(known.id) }));
    }
  }
  return ready;
};

const asJson = (credential) => {
  const said = { clientDataJSON: toText(credential.response.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) said[name] = toText(credential.response[name]);
  }
  return JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response: said,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
};

class Passkey {
  constructor(form) {
    this.form = form;
    this.button = form.querySelector("[data-passkey-button]");
    this.failed = form.querySelector("[data-passkey-failed]");
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.ask());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask();
    });
  }

  async ask() {
    this.failed.hidden = true;
    try {
      this.form.elements.credential.value = asJson(await this.credential());
      this.form.submit();
    } catch {
      this.failed.hidden = false;
    }
  }

  async credential() {
    const kind = this.form.dataset.passkey;
    if (kind === "create") return navigator.credentials.create({ publicKey: await this.creation() });
    const { request_options: options } = kind === "login" ? await this.fetched() : this.given();
    return navigator.credentials.get({ publicKey: withBytes(options.publicKey) });
  }

  async creation() {
    const options = withBytes(this.given().creation_options.publicKey);
    const alone = this.form.elements.passwordless?.checked ?? false;
    options.authenticatorSelection = {
      ...options.authenticatorSelection,
      residentKey: alone ? "required" : "discouraged",
      requireResidentKey: alone,
      ...(alone && { userVerification: "required" }),
    };
    return options;
  }

  given() {
    return JSON.parse(document.getElementById(this.form.dataset.options).textContent);
  }

  async fetched() {
    const page = await fetch(this.form.action, { headers: { Accept: "application/json" } });
    if (!page.ok) throw new Error("no passkey options");
    return page.json();
  }
}

export default (form) => {
  if (window.PublicKeyCredential) new Passkey(form);
};
