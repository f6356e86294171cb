/** The vocabulary of Coxswain: resources, kinds, the client, the environment and the interfaces that modules implement. */
module io.coxswain.core {
    requires org.slf4j;
    requires static org.jspecify;
    requires static java.compiler;
    requires static io.soabase.recordbuilder.core;
}
