/** JSON and YAML in the Kubernetes wire form. */
module io.coxswain.json {
    requires transitive io.coxswain.core;
    requires com.fasterxml.jackson.core;
    requires org.slf4j;
    requires org.yaml.snakeyaml;
    requires static org.jspecify;

    exports io.coxswain.json;
    exports io.coxswain.json.tree;
}
