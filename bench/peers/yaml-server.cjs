// The YAML server as its package ships it, but for the pause before it validates, for which it has no setting.
const settings = require('yaml-language-server/out/server/src/yamlSettings');

const Shipped = settings.SettingsState;
settings.SettingsState = class extends Shipped {
  constructor() {
    super();
    this.validationDelayMs = 0;
  }
};
require('yaml-language-server/out/server/src/server');
