/** A citizen's telephone in a browser, for trying the desk's telephone against the stub. */
import { UA, WebSocketInterface } from 'jssip';

window.citizen = {
  /** Named as the server's INVITE names its call; without a name it is a ring of Asterisk's own queue. */
  call(url, target, call) {
    const ua = new UA({
      sockets: [new WebSocketInterface(url)],
      uri: 'sip:13800006021@stub',
      register: true,
      session_timers: false,
    });
    window.citizen.state = 'starting';
    ua.on('registered', () => {
      const session = ua.call(target, {
        mediaConstraints: { audio: true, video: false },
        pcConfig: { iceServers: [] },
        extraHeaders: call ? [`X-Hotline-Call: ${call}`] : [],
      });
      window.citizen.session = session;
      session.on('icecandidate', ({ ready }) => setTimeout(ready, 300));
      for (const name of ['progress', 'accepted', 'ended', 'failed']) {
        session.on(name, (event) => {
          window.citizen.state = name === 'failed' ? `failed ${event.cause}` : name;
        });
      }
    });
    ua.start();
  },
  state: 'idle',
};
