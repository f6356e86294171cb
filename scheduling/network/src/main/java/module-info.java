/** Service addresses and the proxy on them. */
module io.coxswain.network {
    requires transitive io.coxswain.scheduling;
    requires io.netty.buffer;
    requires io.netty.common;
    requires io.netty.transport;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.coxswain.network;
}
